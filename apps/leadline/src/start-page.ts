/**
 * What a browser sees at `/` until the console is there: where things are, and that it runs.
 * @param address of this Leadline, as configured; never anything a request says
 */
export function startPage(address: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Leadline</title>
<style>
  :root { color-scheme: light dark; --ink: #14213d; --paper: #f7f8fb; --card: #fff; --line: #dde2ec; --accent: #1857c4; }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #e8ecf5; --paper: #0f1420; --card: #182033; --line: #2a3550; --accent: #8fb6ff; }
  }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
  main { max-width: 46rem; margin: 0 auto; padding: 4rem 1.5rem; }
  h1 { font-size: 2.25rem; margin: 0 0 .25rem; letter-spacing: -.02em; }
  .lead { font-size: 1.125rem; margin: 0 0 2.5rem; opacity: .8; }
  ul { list-style: none; padding: 0; display: grid; gap: .75rem; }
  a.card { display: block; padding: 1rem 1.25rem; background: var(--card); border: 1px solid var(--line);
    border-radius: .75rem; color: inherit; text-decoration: none; }
  a.card:hover, a.card:focus-visible { border-color: var(--accent); }
  a.card strong { color: var(--accent); }
  pre { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem 1.25rem; overflow-x: auto;
    font-size: .875rem; }
</style>
</head>
<body>
<main>
  <h1>Leadline</h1>
  <p class="lead">It runs. The console is on its way; until then leads are worked over HTTP and from the command line.</p>
  <ul>
    <li><a class="card" href="/api/docs"><strong>API docs</strong><br>Every route, with its shapes. Sign in there and try them.</a></li>
    <li><a class="card" href="/api/leads/openapi.json"><strong>OpenAPI of the leads service</strong><br>For generators of clients.</a></li>
    <li><a class="card" href="/health/ready"><strong>Health</strong><br>Whether every engine answers.</a></li>
  </ul>
  <h2>First steps</h2>
  <p>Sign in with what was printed when Leadline first started:</p>
  <pre>LEADLINE=${escaped(address)}
SIGN_IN='{"email":"admin@leadline.example","password":"…"}'
TOKEN=$(curl -s $LEADLINE/api/identity/sign-in -d "$SIGN_IN" \\
  -H 'content-type: application/json' | grep -o 'ey[^"]*')

curl -s $LEADLINE/api/leads/import --data-binary @examples/leads.csv \\
  -H "authorization: Bearer $TOKEN" -H 'content-type: text/csv'

curl -s "$LEADLINE/api/leads?q=waermepumpe&amp;limit=5" \\
  -H "authorization: Bearer $TOKEN"</pre>
</main>
</body>
</html>
`;
}

/** PUBLIC_URL is an operator's own, but a page should not depend on what they know of HTML. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
