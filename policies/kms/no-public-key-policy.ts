import { KeyPolicyHolder } from "../../lib/aws/kms/key-policy";
import { statementsWhere } from "../../lib/aws/statements";
import { isOpenToStrangers } from "../../lib/aws/strangers";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "kms-no-public-key-policy",
  on: KeyPolicyHolder,
  severity: "critical",
  preset: "recommended",
  summary: "Key policies must not let strangers in",
  why: "Whoever may use a key reads what it encrypts; whoever may administer it destroys what it encrypts.",
  fix: 'Name the principals, or add a condition that keeps strangers out, such as `StringEquals: { "kms:CallerAccount": "<account id>" }`.',
  practice: 9,
  covers: ["kms.policy.wildcard-principal"],
  nist: ["AC-3", "SC-12"],
  messages: { open: "statement `{statement}` of {kind} `{key}` lets any AWS account in" },
  *check(holder, { must }) {
    for (const { name, claim } of statementsWhere(holder.policy, isOpenToStrangers)) {
      yield* must(negate(claim), "open", { statement: name, kind: holder.kind, key: holder.name });
    }
  },
});
