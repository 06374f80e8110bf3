import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";

import {
  type Control,
  controlAreas,
  controlFacts,
  controlsAsOf,
  controlsIn,
  isControl,
  ruleSets,
  rulesOf,
} from "../../lib/core/controls";

describe("the controls of public rule sets", () => {
  const facts = Object.entries(controlFacts());

  it("are dated", () => {
    assert.match(controlsAsOf(), /^\d{4}-\d{2}-\d{2}$/);
  });

  it("each say what they ask for, where, and who asks", () => {
    assert.ok(facts.length >= 278);
    for (const [control, { what, area, practice, rules }] of facts) {
      assert.ok(what.length > 0, control);
      assert.ok(controlAreas.includes(area), `${control}: ${area}`);
      assert.ok(practice === null || (practice >= 1 && practice <= 16), control);
      assert.ok(Object.keys(rules).length > 0, control);
    }
  });

  it("come from the named rule sets, each of which has some", () => {
    const used = new Set(facts.flatMap(([, { rules }]) => Object.keys(rules)));
    assert.deepEqual([...used].sort(), [...ruleSets].sort());
    for (const ruleSet of ruleSets) assert.ok(controlsIn(ruleSet).length > 0, ruleSet);
  });

  it("are a closed set of names", () => {
    const known: Control = "logs.retention-min";
    assert.ok(isControl(known));
    assert.ok(!isControl("logs.retention-mni"));
    assert.ok(!isControl("toString"));
  });

  it("give the references of a framework", () => {
    assert.deepEqual(rulesOf("cis-aws-5.0", ["alarm.cis.root-usage", "alarm.cis.signin-no-mfa"]), ["4.2", "4.3"]);
    assert.deepEqual(rulesOf("security-hub", ["alarm.cis.root-usage"]), ["CloudWatch.1"]);
    assert.deepEqual(rulesOf("cloudsplaining", ["alarm.cis.root-usage"]), []);
    assert.ok(controlsIn("cis-aws-7.0").includes("alarm.cis.organizations-changes"));
  });

  it("are not read before somebody asks", () => {
    const built = join(__dirname, "../../lib/core/controls");
    const script = `require(${JSON.stringify(built)});
      console.log(Object.keys(require.cache).filter((file) => file.endsWith("controls.json")).length)`;
    assert.equal(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" }).trim(), "0");
  });
});
