import { excessOf, responders } from "../../lib/aws/alarms/responders";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-able-responder",
  on: responders,
  severity: "high",
  preset: "recommended",
  summary: "A function that answers to tampering with the trail must be able to, and to do no more",
  why: "A responder runs for the first time on the day of the attack: a permission that it lacks is found out then, and one too many is the attacker's.",
  fix: "Give the role of the function what undoes the calls that reach it, on the trail and its topic, and nothing else.",
  practice: 15,
  nist: ["IR-4", "SI-4"],
  messages: {
    unable: { what: "responder `{function}` would fail on the day of `{event}`: it {why} on {object}", fix: "{fix}" },
    notCalled: {
      what: "responder `{function}` is never called: no rule of the stack sends it a call that tampers with the trail",
      fix: "Declare an `aws.cloudwatch.EventRule` for `StopLogging`, `DeleteTrail`, `UpdateTrail` and `PutEventSelectors` of `aws.cloudtrail`, and an `aws.cloudwatch.EventTarget` with the function's ARN.",
    },
    tooAble: {
      what: "responder `{function}` may do more than restore the trail and tell the team: its role `{role}` may call `{action}`",
      fix: "Take `{action}` from role `{role}`.",
    },
  },
  *check({ stack, subject, isCalled, duties, role }, { must, violation }) {
    yield* must({ truth: isCalled, places: [subject.place] }, "notCalled", { function: subject.name });
    for (const { event, object, grant } of duties) {
      const claim = { truth: grant.truth, places: [grant.place] };
      yield* must(claim, "unable", { function: subject.name, event, object, why: grant.why, fix: grant.fix });
    }
    const action = role && excessOf(stack, role);
    if (!role || action === undefined) return;
    yield violation({ urn: role.urn, path: "" }, "tooAble", { function: subject.name, role: role.name, action });
  },
});
