import { pushTo } from "../core/grouping";

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

/** Resources by URN and the relations between them, each with its reason. Generic: it knows nothing of AWS. */
export class Graph {
  private readonly outgoing = new Map<string, Edge[]>();
  private readonly incoming = new Map<string, Edge[]>();

  constructor(edges: Iterable<Edge>) {
    for (const edge of edges) {
      pushTo(this.outgoing, edge.from, edge);
      pushTo(this.incoming, edge.to, edge);
    }
  }

  /** What the resource names, in the order in which the edges were given. */
  edgesFrom(urn: string): readonly Edge[] {
    return this.outgoing.get(urn) ?? [];
  }

  /** What names the resource, in the order in which the edges were given. */
  edgesTo(urn: string): readonly Edge[] {
    return this.incoming.get(urn) ?? [];
  }
}
