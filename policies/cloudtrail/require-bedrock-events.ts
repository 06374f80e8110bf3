import * as z from "zod";
import { recordsDataOf } from "../../lib/aws/cloudtrail/coverage";
import { Trail } from "../../lib/aws/cloudtrail/trail";
import { anyTrail } from "../../lib/aws/cloudtrail/trails";
import { inStack } from "../../lib/aws/view";
import { some } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

const source = "bedrock.amazonaws.com";

export default definePolicy({
  id: "cloudtrail-require-bedrock-events",
  on: inStack(Trail),
  severity: "medium",
  preset: "opt-in",
  summary: "Trails must record who calls Bedrock's agents and knowledge bases",
  why: "What an agent was asked, and which knowledge base was searched, are data events: without them the misuse of a model shows only on the bill.",
  fix: "Add an advanced selector with `eventCategory` equal to `Data` and `resources.type` equal to `{type}`.",
  practice: 15,
  covers: ["ct.data-events-bedrock"],
  nist: ["AU-2", "AU-12"],
  config: z.strictObject({
    types: z
      .array(z.string().startsWith("AWS::Bedrock::"))
      .default(["AWS::Bedrock::AgentAlias", "AWS::Bedrock::KnowledgeBase"])
      .describe("Resource types of CloudTrail's data events that must be recorded."),
  }),
  messages: { missing: "trail `{trail}` does not record calls of `{type}`" },
  *check({ stack, subject: trail }, { config, must }) {
    for (const type of config.types) {
      const elsewhere = anyTrail(stack, type, ({ selectors }) => recordsDataOf(selectors, type, source));
      const recorded = some(recordsDataOf(trail.selectors, type, source), elsewhere);
      yield* must(recorded, "missing", { trail: trail.name, type });
    }
  },
});
