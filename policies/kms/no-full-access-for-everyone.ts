import { KeyPolicyHolder } from "../../lib/aws/kms/key-policy";
import { allowsSomething, namesEveryone, statementsWhere, writesAction } from "../../lib/aws/statements";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { all } from "../../lib/core/truth";

export default definePolicy({
  id: "kms-no-full-access-for-everyone",
  on: KeyPolicyHolder,
  severity: "medium",
  preset: "recommended",
  summary: "Key policies should not give every action to everybody",
  why: "With `kms:*` for `*` a condition is all that stands between anybody and the key's deletion.",
  fix: "Name the principals, or list the actions that they need instead of `kms:*`.",
  practice: 9,
  covers: ["kms.policy.full-permissions"],
  nist: ["AC-6", "SC-12"],
  messages: { everything: "statement `{statement}` of {kind} `{key}` allows every action on it to everybody" },
  *check(holder, { must }) {
    const judged = statementsWhere(holder.policy, (statement) =>
      all([allowsSomething(statement), namesEveryone(statement), writesAction(statement, ["*", "kms:*"])]),
    );
    for (const { name, claim } of judged) {
      yield* must(negate(claim), "everything", { statement: name, kind: holder.kind, key: holder.name });
    }
  },
});
