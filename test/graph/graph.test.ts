import assert from "node:assert/strict";
import { type Edge, Graph } from "../../lib/graph/graph";

const edge = (from: string, to: string, property: string): Edge => ({ from, to, property, because: "dependency" });

describe("the graph", () => {
  const graph = new Graph([
    edge("trail", "group", "cloudWatchLogsGroupArn"),
    edge("filter", "group", "logGroupName"),
    edge("group", "key", "kmsKeyId"),
    edge("trail", "key", "kmsKeyId"),
    edge("key", "key", "self"),
  ]);

  it("knows both directions", () => {
    assert.deepEqual(
      graph.edgesFrom("trail").map(({ to }) => to),
      ["group", "key"],
    );
    assert.deepEqual(
      graph.edgesTo("group").map(({ from }) => from),
      ["trail", "filter"],
    );
    assert.deepEqual(graph.edgesTo("nobody"), []);
  });
});
