/** An API for documentation front ends to show: thirty operations in five groups. */
export const API_DESCRIPTION: string = JSON.stringify({
  openapi: '3.0.3',
  info: {
    title: 'Harbour',
    version: '1.0.0',
    description:
      'Everything that a harbour has to know about its berths, ships and pilots. '.repeat(6),
  },
  servers: [{ url: '/v1' }],
  tags: ['Berths', 'Ships', 'Pilots', 'Cargo', 'Invoices'].map((name) => ({
    name,
    description: `What can be done with ${name.toLowerCase()}, and who may do it. `.repeat(4),
  })),
  paths: Object.fromEntries(
    ['Berths', 'Ships', 'Pilots', 'Cargo', 'Invoices'].flatMap((tag) => {
      const path = `/${tag.toLowerCase()}`;
      const operation = (summary: string) => ({
        tags: [tag],
        summary,
        operationId: summary.replaceAll(' ', ''),
        description: `${summary}. It answers with what was asked for, or says why not. `.repeat(5),
        parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' } }],
        responses: { 200: { description: 'Done' }, 404: { description: 'Not there' } },
      });
      return [
        [path, { get: operation(`List ${tag}`), post: operation(`Add to ${tag}`) }],
        [
          `${path}/{id}`,
          {
            get: operation(`Read one of ${tag}`),
            put: operation(`Change one of ${tag}`),
            delete: operation(`Remove one of ${tag}`),
          },
        ],
        [`${path}/{id}/history`, { get: operation(`History of ${tag}`) }],
      ];
    }),
  ),
});
