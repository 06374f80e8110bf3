import { absentKey, requestContext, undeterminedKey } from "../../access/context";
import { type PolicyDocument } from "../../access/document";
import { evaluate } from "../../access/evaluate";
import { parsePolicy } from "../../access/parse";
import { unknownValue } from "../../core/properties";
import { type Claim, claim } from "../../core/claim";
import { type Stack } from "../../core/resource";
import { not } from "../../core/truth";
import { policiesOfTopic } from "../alarms/topic";
import { type DocumentRead } from "../policy-document";
import { type TopicView } from "./topic";

/** Somebody without credentials publishes without TLS; what else the request carries is theirs to choose. */
const plainHttp = requestContext({ "aws:SecureTransport": "false", "aws:PrincipalArn": absentKey }, undeterminedKey);

/** Whatever else a policy allows: only its denials count here. */
const { statements: allowEverything } = parsePolicy({
  Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
});

/** Whether a topic's policy refuses everybody who publishes without TLS. The default policy does not. */
export function refusesPlainHttp(stack: Stack, topic: TopicView): Claim {
  const [policy, other] = policiesOfTopic(stack, topic);
  if (!policy) return claim("no", topic.place);
  if (other || policy.kind === "unknown") return claim("unknown", (other ?? policy).place);
  return policy.kind === "absent" ? claim("no", topic.place) : claim(refuses(policy), policy.place);
}

function refuses(policy: Extract<DocumentRead, { kind: "known" }>) {
  const denials = policy.value.statements.filter(({ effect }) => effect !== "Allow");
  const document: PolicyDocument = { ...policy.value, statements: [...denials, ...allowEverything] };
  const request = {
    principal: { kind: "anonymous" },
    action: "sns:Publish",
    resource: unknownValue,
    context: plainHttp,
  } as const;
  return not(evaluate(request, { resource: { name: "the topic's policy", document } }).decision);
}
