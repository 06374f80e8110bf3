import { Machine } from "../../../lib/aws/ec2/machine";
import policy from "../../../policies/ec2/require-imdsv2";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const template = { type: "aws:ec2/launchTemplate:LaunchTemplate" };
const configuration = { type: "aws:ec2/launchConfiguration:LaunchConfiguration" };

export default policyTest(policy, {
  pass: [
    {
      name: "a launch template that is known later",
      given: declare(Machine, "web", { launchTemplate: unknown() }),
    },
    { name: "tokens required", given: declare(Machine, "web", { metadataOptions: { httpTokens: "required" } }) },
    {
      name: "metadata switched off",
      given: declare(Machine, "web", { metadataOptions: { httpEndpoint: "disabled" } }),
    },
    {
      name: "an instance that follows its launch template",
      given: declare(Machine, "web", { launchTemplate: { id: "lt-1" } }),
    },
    {
      name: "a launch template with tokens",
      given: declare(Machine, "web", { metadataOptions: { httpTokens: "required" } }, template),
    },
  ],
  fail: [
    {
      name: "nothing said",
      given: declare(Machine, "web"),
      findings: [{ id: "tokensOptional", at: "metadataOptions", data: { noun: "instance", name: "web" } }],
      controls: ["iam.ec2.imdsv2"],
    },
    {
      name: "tokens optional",
      given: declare(Machine, "web", { metadataOptions: { httpTokens: "optional", httpEndpoint: "enabled" } }),
      findings: [{ id: "tokensOptional", at: "metadataOptions.httpTokens" }],
    },
    {
      name: "an instance that undoes its launch template",
      given: declare(Machine, "web", { launchTemplate: { id: "lt-1" }, metadataOptions: { httpTokens: "optional" } }),
      findings: [{ id: "tokensOptional", at: "metadataOptions.httpTokens" }],
    },
    {
      name: "a launch template",
      given: declare(Machine, "web", { metadataOptions: { httpPutResponseHopLimit: 1 } }, template),
      findings: [
        { id: "tokensOptional", at: "metadataOptions.httpTokens", data: { noun: "launch template", name: "web" } },
      ],
    },
    {
      name: "a launch configuration",
      given: declare(Machine, "web", {}, configuration),
      findings: [{ id: "tokensOptional", at: "metadataOptions" }],
    },
  ],
  unknown: [
    {
      name: "a setting from another stack",
      given: declare(Machine, "web", { metadataOptions: { httpTokens: unknown() } }),
      at: "metadataOptions.httpTokens",
    },
  ],
});
