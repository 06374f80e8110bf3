import type { TamperingCall } from "./envelope";

/** Why a call is none of the responder's business, or `relevant`. */
export type Relevance = "relevant" | "failed-attempt" | "other-trail" | "own-action";

/**
 * Decides whether a call has to be answered.
 *
 * A call that AWS refused changed nothing, so there is nothing to put back: the alarms on unauthorised calls report it.
 */
export function relevanceOf(call: TamperingCall, trailArn: string, ownRoleArn: string): Relevance {
  if (call.errorCode !== undefined) return "failed-attempt";
  if (!concernsTrail(call, trailArn)) return "other-trail";
  if (isOwnAction(call, ownRoleArn)) return "own-action";
  return "relevant";
}

/** CloudTrail accepts a trail's ARN anywhere and its bare name in its own account and home region. */
function concernsTrail(call: TamperingCall, trailArn: string): boolean {
  if (call.trail === trailArn) return true;
  const [, , , region, account, resource] = trailArn.split(":");
  return resource === `trail/${call.trail}` && region === call.region && account === call.account;
}

function isOwnAction(call: TamperingCall, ownRoleArn: string): boolean {
  switch (call.name) {
    // The responder never calls these, so a session of its role that does is somebody else's.
    case "StopLogging":
    case "DeleteTrail":
      return false;
    case "UpdateTrail":
    case "PutEventSelectors":
    case "PutInsightSelectors":
      return isSessionOf(call, ownRoleArn);
  }
}

function isSessionOf(call: TamperingCall, roleArn: string): boolean {
  if (call.caller.issuerArn !== undefined) return call.caller.issuerArn === roleArn;
  // The ARN of a session carries the role's name without its path.
  const [, partition, , , account, resource = ""] = roleArn.split(":");
  const roleName = resource.slice(resource.lastIndexOf("/") + 1);
  return call.caller.arn?.startsWith(`arn:${partition}:sts::${account}:assumed-role/${roleName}/`) ?? false;
}
