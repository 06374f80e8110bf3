import { Trail } from "../../../lib/aws/cloudtrail/trail";
import policy from "../../../policies/cloudtrail/require-bedrock-events";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const trail = (name: string, args: object) => declare(Trail, name, { s3BucketName: "logs", ...args });
const selecting = (...types: readonly string[]) => ({
  advancedEventSelectors: types.map((type) => ({
    fieldSelectors: [
      { field: "eventCategory", equals: ["Data"] },
      { field: "resources.type", equals: [type] },
    ],
  })),
});

export default policyTest(policy, {
  pass: [
    {
      name: "agents and knowledge bases",
      given: trail("main", selecting("AWS::Bedrock::AgentAlias", "AWS::Bedrock::KnowledgeBase")),
    },
    {
      name: "in two trails",
      given: [trail("a", selecting("AWS::Bedrock::AgentAlias")), trail("b", selecting("AWS::Bedrock::KnowledgeBase"))],
    },
    {
      name: "other types for another site",
      config: { types: ["AWS::Bedrock::Guardrail"] },
      given: trail("main", selecting("AWS::Bedrock::Guardrail")),
    },
  ],
  fail: [
    {
      name: "no data events",
      given: trail("main", {}),
      findings: [
        { id: "missing", at: "eventSelectors" },
        { id: "missing", at: "eventSelectors" },
      ],
      controls: ["ct.data-events-bedrock"],
    },
    {
      name: "agents only",
      given: trail("main", selecting("AWS::Bedrock::AgentAlias")),
      findings: [
        {
          id: "missing",
          at: "advancedEventSelectors[0].fieldSelectors[1]",
          data: { trail: "main", type: "AWS::Bedrock::KnowledgeBase" },
        },
      ],
    },
  ],
  unknown: [
    {
      name: "selectors not known yet",
      given: trail("main", { advancedEventSelectors: unknown() }),
      at: "advancedEventSelectors",
    },
  ],
});
