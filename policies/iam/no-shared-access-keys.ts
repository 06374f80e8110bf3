import { consumersOf } from "../../lib/aws/iam/key-consumers";
import { AccessKey } from "../../lib/aws/iam/access-key";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-shared-access-keys",
  on: inStack(AccessKey),
  severity: "medium",
  preset: "recommended",
  summary: "An access key should serve one resource only",
  why: "A key in several places cannot be replaced in one step, and nobody can tell which of them has leaked it.",
  fix: "Give each its own role; where only a key will do, a user and a key of its own.",
  practice: 4,
  nist: ["AC-2", "IA-5"],
  messages: { shared: "access key `{key}` is used by {count} resources, among them `{first}` and `{second}`" },
  *check({ stack, subject }, { violation }) {
    const consumers = consumersOf(stack, subject.urn);
    const [first, second] = consumers;
    if (!first || !second) return;
    const data = { key: subject.name, count: consumers.length, first: first.name, second: second.name };
    yield violation(subject.place, "shared", data);
  },
});
