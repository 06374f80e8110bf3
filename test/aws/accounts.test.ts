import assert from "node:assert/strict";
import { accountOfResource, isOwnAccount } from "../../lib/aws/accounts";
import { Trail } from "../../lib/aws/cloudtrail/trail";
import { LogGroup } from "../../lib/aws/logs/log-group";
import { makeStack } from "../../lib/core/resource";
import { type Declared, asStack, declare, unknown } from "../support/program";

const groupArn = "arn:aws:logs:us-east-1:111122223333:log-group:trail:*";
const group = declare(LogGroup, "trail", { name: "trail" });
const trail = (args: object) => declare(Trail, "main", { s3BucketName: "logs", ...args });

function accountInPreview(...program: readonly Declared[]): string | undefined {
  const stack = asStack(program, "preview");
  const [first] = LogGroup.allIn(stack);
  assert.ok(first);
  return accountOfResource(stack, first.resource);
}

describe("the account of a resource", () => {
  it("is told by its ARN once it is deployed", () => {
    const stack = asStack([group], "deployed");
    const [first] = LogGroup.allIn(stack);
    assert.ok(first);
    assert.equal(accountOfResource(stack, first.resource), "123456789012");
    assert.equal(isOwnAccount(stack, first.resource, "111122223333"), "no");
  });

  it("is told in a first preview by the log group that a trail of its provider names", () => {
    assert.equal(accountInPreview(group, trail({ cloudWatchLogsGroupArn: groupArn })), "111122223333");
  });

  it("is not known where no trail says so, or where the trail may be another account's", () => {
    assert.equal(accountInPreview(group), undefined);
    assert.equal(accountInPreview(group, trail({ cloudWatchLogsGroupArn: unknown() })), undefined);
    for (const isOrganizationTrail of [true, unknown()])
      assert.equal(
        accountInPreview(group, trail({ cloudWatchLogsGroupArn: groupArn, isOrganizationTrail })),
        undefined,
      );
  });

  it("is not known where two trails say different things", () => {
    const other = declare(Trail, "other", {
      s3BucketName: "logs",
      cloudWatchLogsGroupArn: groupArn.replace("111122223333", "444455556666"),
    });
    assert.equal(accountInPreview(group, trail({ cloudWatchLogsGroupArn: groupArn }), other), undefined);
  });

  it("is not told by a resource that may have been read from another account", () => {
    const preview = asStack([group], "preview");
    const [first] = LogGroup.allIn(preview);
    assert.ok(first);
    const properties = { arn: "arn:aws:sns:us-east-1:444455556666:central" };
    const central = { ...first.resource, urn: "urn:central", type: "aws:sns/topic:Topic", properties };
    const stack = makeStack({ ...preview, resources: [...preview.resources, central] });
    assert.equal(accountOfResource(stack, first.resource), undefined);
    assert.equal(isOwnAccount(stack, first.resource, "111122223333"), "unknown");
    assert.equal(isOwnAccount(stack, first.resource, "444455556666"), "yes");
  });
});
