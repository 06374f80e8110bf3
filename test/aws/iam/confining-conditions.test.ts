import assert from "node:assert/strict";
import { actionFacts } from "../../../lib/access/facts/actions";
import { parsePolicy } from "../../../lib/access/parse";
import { confiningConditions } from "../../../lib/aws/iam/confining-conditions";

describe("the conditions that confine sensitive actions", () => {
  for (const { actions, keys, line } of confiningConditions) {
    it(`are carried by ${actions.join(", ")}`, () => {
      for (const action of actions) {
        const carried = actionFacts(action)?.conditionKeys.map((key) => key.toLowerCase()) ?? [];
        assert.ok(carried.length > 0, `${action} is no action with keys`);
        const own = keys.filter((key) => !key.startsWith("aws:"));
        assert.ok(own.length === 0 || own.some((key) => carried.includes(key.toLowerCase())), action);
      }
    });

    it(`are written as the policy language has them: ${line}`, () => {
      const statement = `{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { ${line} } }`;
      const { problems, statements } = parsePolicy(`{ "Version": "2012-10-17", "Statement": [${statement}] }`);
      assert.deepEqual(problems, []);
      const [condition] = statements[0]?.conditions ?? [];
      assert.ok(condition?.unknown === false && keys.includes(condition.key), line);
    });
  }
});
