// SPDX-License-Identifier: Apache-2.0
//
// The view document of an input, made from the native records that the program exports.
export function viewDocument(program, input) {
  const { documents, nodes, claims } = JSON.parse(program.run("export", ...input, "--as", "json"));
  const numbers = (list) => new Map(list.map(({ id }, i) => [id, i]));
  const nodeNumber = numbers(nodes);
  const documentNumber = numbers(documents);
  const edges = [];
  const edgeNumber = new Map();
  const viewClaims = claims.map(({ type, from, relation, to, document, via, ...said }) => {
    const key = `${from} ${relation} ${to}`;
    if (!edgeNumber.has(key)) {
      edgeNumber.set(key, edges.length);
      edges.push({ from: nodeNumber.get(from), relation, to: nodeNumber.get(to) });
    }
    const claim = { edge: edgeNumber.get(key), document: documentNumber.get(document), ...said };
    return via ? { ...claim, via: nodeNumber.get(via) } : claim;
  });
  return { oscegraph_view: 1, title: "", source: "", nodes, documents, edges, claims: viewClaims,
           left_out: { nodes: 0, edges: 0, claims: 0 }, notes: [] };
}
