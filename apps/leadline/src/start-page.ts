/** What a browser sees at `/` where the console has not been built: how to get it, and where the rest is. */
export const startPage = `<!doctype html>
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
</style>
</head>
<body>
<main>
  <h1>Leadline</h1>
  <p class="lead">It runs, but its console has not been built. Build it with <code>npm run build</code> and start Leadline again.</p>
  <ul>
    <li><a class="card" href="/api/docs"><strong>API docs</strong><br>Every route, with its shapes. Sign in there and try them.</a></li>
    <li><a class="card" href="/health/ready"><strong>Health</strong><br>Whether every engine answers.</a></li>
  </ul>
</main>
</body>
</html>
`;
