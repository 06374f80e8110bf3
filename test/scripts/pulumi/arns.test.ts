import assert from "node:assert/strict";
import { arnOf, materialise, stateOfId } from "../../../scripts/pulumi/resource-aws/arns";
import { secretOf, unknownSentinel } from "../../../scripts/pulumi/resource-aws/wire";

const place = { account: "123456789012", region: "eu-central-1", urn: "urn:pulumi:dev::example::aws:x/y:Z::name" };

describe("arnOf", () => {
  for (const [token, properties, arn] of [
    ["aws:s3/bucket:Bucket", { bucket: "b" }, "arn:aws:s3:::b"],
    ["aws:s3/bucketV2:BucketV2", { bucket: "b" }, "arn:aws:s3:::b"],
    ["aws:iam/role:Role", { name: "r", path: "/" }, "arn:aws:iam::123456789012:role/r"],
    ["aws:iam/role:Role", { name: "r", path: "/a/b/" }, "arn:aws:iam::123456789012:role/a/b/r"],
    ["aws:cloudwatch/logGroup:LogGroup", { name: "/a" }, "arn:aws:logs:eu-central-1:123456789012:log-group:/a"],
    ["aws:cloudtrail/trail:Trail", { name: "t" }, "arn:aws:cloudtrail:eu-central-1:123456789012:trail/t"],
    ["aws:sns/topic:Topic", { name: "t" }, "arn:aws:sns:eu-central-1:123456789012:t"],
    ["aws:kms/alias:Alias", { name: "alias/a" }, "arn:aws:kms:eu-central-1:123456789012:alias/a"],
    [
      "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
      { url: "https://i.example/x" },
      "arn:aws:iam::123456789012:oidc-provider/i.example/x",
    ],
  ] as const) {
    it(`gives ${arn}`, () => assert.equal(arnOf(token, properties, place), arn));
  }

  it("knows the other partitions", () => {
    const china = { ...place, region: "cn-north-1" };
    assert.equal(arnOf("aws:s3/bucket:Bucket", { bucket: "b" }, china), "arn:aws-cn:s3:::b");
  });

  it("is absent without a known name, and for types without ARNs", () => {
    assert.equal(arnOf("aws:sns/topic:Topic", { name: unknownSentinel }, place), undefined);
    assert.equal(arnOf("aws:s3/bucketPolicy:BucketPolicy", { bucket: "b" }, place), undefined);
    assert.equal(arnOf("constructor", {}, place), undefined);
  });

  it("sees through a secret name", () => {
    assert.equal(arnOf("aws:s3/bucket:Bucket", { bucket: secretOf("b") }, place), "arn:aws:s3:::b");
  });
});

describe("materialise", () => {
  it("gives the same made-up figures for the same resource", () => {
    assert.deepEqual(materialise("aws:kms/key:Key", {}, place), materialise("aws:kms/key:Key", {}, place));
  });
});

describe("stateOfId", () => {
  for (const [token, id, arn] of [
    ["aws:cloudwatch/logGroup:LogGroup", "/aws/old", "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/old"],
    ["aws:iam/role:Role", "old", "arn:aws:iam::123456789012:role/old"],
    ["aws:sns/topic:Topic", "arn:aws:sns:us-east-1:999999999999:old", "arn:aws:sns:us-east-1:999999999999:old"],
    ["aws:kms/key:Key", "1234-abcd", "arn:aws:kms:eu-central-1:123456789012:key/1234-abcd"],
  ] as const) {
    it(`reads ${token} ${id}`, () => {
      const state = stateOfId(token, id, {}, place);
      assert.equal(state.id, id);
      assert.equal(state.arn, arn);
    });
  }
});
