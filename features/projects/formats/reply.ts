/** Open data: anybody's page may read it in a browser. */
export function openReply(body: string, contentType: string): Response {
  return new Response(body, { headers: { 'content-type': contentType, 'access-control-allow-origin': '*' } })
}
