/** Why two resources belong together. */
export type Because = "dependency" | "arn" | "name";

/** One relation: `from` names `to` in its property. */
export interface Edge {
  /** URNs. */
  readonly from: string;
  readonly to: string;
  readonly property: string;
  readonly because: Because;
}

/** Resources by URN and the relations between them. Generic: it knows nothing of AWS. */
export class Graph {
  private readonly outgoing = new Map<string, Edge[]>();
  private readonly incoming = new Map<string, Edge[]>();

  constructor(edges: Iterable<Edge>) {
    for (const edge of edges) {
      listAt(this.outgoing, edge.from).push(edge);
      listAt(this.incoming, edge.to).push(edge);
    }
  }

  /** What the resource names, in the order in which the edges were given. */
  edgesFrom(urn: string): readonly Edge[] {
    return this.outgoing.get(urn) ?? [];
  }

  /** What names the resource. */
  edgesTo(urn: string): readonly Edge[] {
    return this.incoming.get(urn) ?? [];
  }

  /** A shortest chain of relations from one resource to another, or `undefined` where there is none. */
  path(from: string, to: string): readonly Edge[] | undefined {
    const reachedBy = new Map<string, Edge | undefined>([[from, undefined]]);
    const queue = [from];
    for (let at = 0; at < queue.length; at++) {
      const urn = queue[at] ?? from;
      if (urn === to) return chain(reachedBy, to);
      for (const edge of this.edgesFrom(urn)) {
        if (reachedBy.has(edge.to)) continue;
        reachedBy.set(edge.to, edge);
        queue.push(edge.to);
      }
    }
    return undefined;
  }
}

function chain(reachedBy: ReadonlyMap<string, Edge | undefined>, to: string): readonly Edge[] {
  const edges: Edge[] = [];
  for (let edge = reachedBy.get(to); edge; edge = reachedBy.get(edge.from)) edges.unshift(edge);
  return edges;
}

function listAt(map: Map<string, Edge[]>, key: string): Edge[] {
  const found = map.get(key);
  if (found) return found;
  const list: Edge[] = [];
  map.set(key, list);
  return list;
}
