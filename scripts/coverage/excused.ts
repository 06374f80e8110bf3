import { type Control } from "../../lib/core/controls";

/** Controls that no policy can judge from declared resources, or that are left out on purpose, with the reason. */
export const excused: Partial<Record<Control, string>> = {
  "alarm.resource":
    "which metric of which resource needs an alarm is the organization's own to say: the rule is its parameters",
  "alarm.settings":
    "which threshold and period is expected is the organization's own to say: the rule is its parameters",
  "ct.threat-detection": "asks what recorded events say, which no declared resource shows",
  "iam.access-key.secret-in-logs": "asks what recorded log events say, which no declared resource shows",
  "iam.credentials.stale-service-access":
    "asks when a service was last called, which IAM counts and no declared resource shows",
  "iam.credentials.unused":
    "asks when a password or key was last used, which IAM counts and no declared resource shows",
  "iam.mfa.all-users": "whether a user has enrolled a device is state of the account; no program declares it",
  "iam.mfa.hardware": "which device a user has enrolled is state of the account; no program declares it",
  "iam.monitor.access-analyzer-findings": "findings are results of a running analyzer; no program declares them",
  "iam.policy.wildcard-action":
    "a wildcard is judged by what it reaches, by policies of their own: most, such as `bucket/*`, are ordinary practice",
  "iam.root.hardware-mfa": "the root user and its devices are not declared by any resource",
  "iam.root.mfa": "the root user and its devices are not declared by any resource",
  "iam.root.usage": "who signs in is seen in CloudTrail; the alarm on it is a control of its own",
  "iam.trust.compute-service":
    "every role of a workload trusts a compute service: what counts is its rights, which other policies judge",
  "kms.in-use": "whether a key is used shows in its requests, and what uses it may be in another stack",
  "kms.not-scheduled-for-deletion": "a deletion is ordered at run time: a declared key is not being deleted",
  "lambda.permission.token":
    "secrets reach a policy as plain text, so that a token from a secret store looks like one in the program",
};
