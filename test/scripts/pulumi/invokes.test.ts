import assert from "node:assert/strict";
import { invoke } from "../../../scripts/pulumi/resource-aws/invokes";
import { textOf } from "../../../scripts/pulumi/resource-aws/wire";

const token = "aws:iam/getPolicyDocument:getPolicyDocument";

describe("the data sources that the stand-in plays", () => {
  it("renders a policy document as the provider does", () => {
    const answer = invoke(
      token,
      {
        statements: [
          {
            sid: "Read",
            actions: ["s3:GetObject"],
            resources: ["a", "b"],
            principals: [{ type: "AWS", identifiers: ["123456789012"] }],
            conditions: [{ test: "Bool", variable: "aws:SecureTransport", values: ["true"] }],
          },
          { effect: "Deny", notActions: ["iam:*"], resources: ["*"], principals: [{ type: "*", identifiers: ["*"] }] },
        ],
      },
      "eu-central-1",
    );
    assert.deepEqual(JSON.parse(textOf(answer?.json)), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Read",
          Effect: "Allow",
          Principal: { AWS: "123456789012" },
          Action: "s3:GetObject",
          Resource: ["a", "b"],
          Condition: { Bool: { "aws:SecureTransport": "true" } },
        },
        { Effect: "Deny", Principal: "*", NotAction: "iam:*", Resource: "*" },
      ],
    });
  });

  it("puts the statements of source documents first", () => {
    const source = JSON.stringify({ Statement: { Effect: "Allow", Action: "a:B", Resource: "*" } });
    const answer = invoke(token, { sourcePolicyDocuments: [source], statements: [{ actions: ["c:D"] }] }, "us-east-1");
    const document = JSON.parse(textOf(answer?.minifiedJson)) as { Statement: readonly { Action: string }[] };
    assert.deepEqual(
      document.Statement.map(({ Action }) => Action),
      ["a:B", "c:D"],
    );
  });

  it("knows the account, the region and the partition", () => {
    assert.equal(invoke("aws:index/getCallerIdentity:getCallerIdentity", {}, "eu-west-1")?.accountId, "123456789012");
    assert.equal(invoke("aws:index/getRegion:getRegion", {}, "eu-west-1")?.region, "eu-west-1");
    assert.equal(invoke("aws:index/getPartition:getPartition", {}, "cn-north-1")?.partition, "aws-cn");
  });

  it("plays no other", () => {
    assert.equal(invoke("aws:ec2/getAmi:getAmi", {}, "eu-west-1"), undefined);
  });
});
