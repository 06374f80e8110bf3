import { LogSubscriptionFilter } from "../../../lib/aws/logs/subscription-filter";
import policy from "../../../policies/logs/limit-subscriptions";
import { policyTest } from "../../support/policy-test";
import {
  type External,
  type Output,
  type Unknown,
  declare,
  declareType,
  external,
  unknown,
} from "../../support/program";

import { LogGroup } from "../../../lib/aws/logs/log-group";
const elsewhere = "arn:aws:logs:us-east-1:210987654321:destination:central";
const group = declare(LogGroup, "api");
const stream = declareType("aws:kinesis/stream:Stream", "logs");

function subscription(destinationArn: string | Output | External | Unknown) {
  return declare(LogSubscriptionFilter, "out", { logGroup: "api", filterPattern: "", destinationArn });
}

export default policyTest(policy, {
  pass: [
    { name: "a stream of the stack", given: [subscription(stream.arn), group, stream] },
    {
      name: "a stream of this account outside the stack",
      only: "deployed",
      given: [subscription(external("arn:aws:kinesis:us-east-1:123456789012:stream/logs")), group],
    },
    {
      name: "a destination of a trusted account",
      settings: { trustedAccounts: ["210987654321"] },
      given: [subscription(elsewhere), group],
    },
  ],
  fail: [
    {
      name: "a destination of another account",
      only: "deployed",
      given: [subscription(elsewhere), group],
      findings: [{ id: "otherAccount", at: "destinationArn", data: { filter: "out", account: "210987654321" } }],
    },
    {
      name: "a destination of another account, from another stack",
      only: "deployed",
      given: [subscription(external(elsewhere)), group],
      findings: [{ id: "otherAccount", at: "destinationArn" }],
    },
  ],
  unknown: [
    {
      name: "whether an account is this one, before anything is deployed",
      given: [subscription(elsewhere), group],
      at: "destinationArn",
    },
    { name: "a destination not known yet", given: [subscription(unknown()), group], at: "destinationArn" },
    {
      name: "a destination from another stack",
      given: [subscription(external(elsewhere)), group],
      at: "destinationArn",
    },
  ],
  silentWhenUnknown: {
    "LogSubscriptionFilter.destinationArn": "what comes from the same stack is taken to stay in its account",
  },
});
