/** Anyone may send to a public route, so not much of it is read. Bytes. */
export const PUBLIC_BODY_LIMIT = 16 * 1024;
