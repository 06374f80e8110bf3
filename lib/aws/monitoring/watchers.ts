import { type guardduty, type securityhub } from "@pulumi/aws";
import { type Claim, claim, isTrue, some } from "../../core/claim";
import { withDefault } from "../../core/read";
import { type Stack } from "../../core/resource";
import { nowhere } from "../../core/policy";
import { referrersTo } from "../references";
import { resourceView } from "../view";
import { Analyzer } from "./analyzer";
import { Recorder, RecorderStatus, statusesOfRecorders } from "./recorder";

/** GuardDuty in one region. Defaults as of @pulumi/aws 7.48. */
export const Detector = resourceView<guardduty.DetectorArgs>()(["aws:guardduty/detector:Detector"], (read) => ({
  isEnabled: isTrue(withDefault(read.boolean("enable"), true)),
}));

/** Security Hub in one region. */
export const SecurityHubAccount = resourceView<securityhub.AccountArgs>()(
  ["aws:securityhub/account:Account", "aws:securityhub/accountV2:AccountV2"],
  () => ({}),
);

/** Whether the stack declares an analyzer that looks for access from outside. */
export function declaresAnalyzer(stack: Stack): Claim {
  const found = Analyzer.allIn(stack).map(({ analyzerType, place }) =>
    analyzerType.kind === "known"
      ? claim(/^(?:ACCOUNT|ORGANIZATION)$/.test(analyzerType.value) ? "yes" : "no", place)
      : claim("unknown", analyzerType.place),
  );
  return orNowhere(found);
}

/** Whether the stack declares a recorder of AWS Config. */
export function declaresRecorder(stack: Stack): Claim {
  return orNowhere(Recorder.allIn(stack).map(({ place }) => claim("yes", place)));
}

/** Whether some recorder of the stack records users, roles and policies; `yes` without a recorder. */
export function recordsGlobalTypes(stack: Stack): Claim {
  const recorders = Recorder.allIn(stack).map((recorder) => recorder.recordsGlobalTypes);
  return recorders.length === 0 ? claim("yes", nowhere) : some(...recorders);
}

/** Whether the stack switches GuardDuty on. */
export function declaresDetector(stack: Stack): Claim {
  return orNowhere(Detector.allIn(stack).map(({ place }) => claim("yes", place)));
}

/** Whether the stack switches Security Hub on. */
export function declaresSecurityHub(stack: Stack): Claim {
  return orNowhere(SecurityHubAccount.allIn(stack).map(({ place }) => claim("yes", place)));
}

function orNowhere(found: readonly Claim[]): Claim {
  return found.some(({ truth }) => truth !== "no") ? some(...found) : claim("no", nowhere);
}

/** Whether a recorder is switched on by a status of its own in the stack; a name that is not known leaves it open. */
export function runs(stack: Stack, recorder: ReturnType<typeof Recorder.view>): Claim {
  const { certain, possible } = referrersTo(stack, recorder.resource, statusesOfRecorders);
  const certainly = certain.map((each) => RecorderStatus.view(each).isEnabled);
  if (certainly.length > 0) return some(...certainly);
  return claim(possible.length > 0 ? "unknown" : "no", recorder.place);
}
