import assert from "node:assert/strict";
import { join } from "node:path";
import { repositoryRoot } from "../../scripts/root";
import { type Program, describeWithCli, upWithPack } from "./support";

const iamPack = { pack: join(repositoryRoot, "dist/packs/iam") };

const program: Program = (aws) => {
  const forLambda = (name: string) =>
    new aws.iam.Role(name, {
      assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
    });
  forLambda("idle");
  const key = new aws.iam.AccessKey("ci", { user: "ci" });
  return { roles: [forLambda("shared").arn], secret: key.secret };
};

describeWithCli("the outputs of a stack, in the real CLI", () => {
  it("are seen by policies: what they name is used, and a secret among them is exported", async () => {
    const { stdout } = await upWithPack(program, iamPack);
    assert.match(stdout, /role `idle` is used by nothing in this stack/);
    assert.doesNotMatch(stdout, /role `shared` is used by nothing/);
    assert.match(stdout, /the stack exports the secret of access key `ci` as `secret`/);
    assert.doesNotMatch(stdout, /stand-in-secret/);
  });
});
