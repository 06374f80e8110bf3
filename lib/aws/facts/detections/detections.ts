import { alarmSystemTampering } from "./alarm-system";
import { configChanges } from "./config";
import type { Detection } from "./detection";
import type { CatalogueEvent } from "./event";
import { iamCredentialChanges, iamPolicyChanges } from "./iam";
import { kmsKeyChanges } from "./kms";
import {
  networkAclChanges,
  networkGatewayChanges,
  routeTableChanges,
  securityGroupChanges,
  vpcChanges,
} from "./network";
import { organizationsChanges } from "./organizations";
import { s3BucketPolicyChanges } from "./s3";
import { consoleSignInFailures, consoleSignInWithoutMfa, rootUse } from "./sign-in";
import { trailTampering } from "./trail";
import { unauthorizedCalls } from "./unauthorized";

/** All detections, in the order in which reports list them. */
export const detections: readonly Detection[] = [
  trailTampering,
  rootUse,
  unauthorizedCalls,
  consoleSignInWithoutMfa,
  consoleSignInFailures,
  iamPolicyChanges,
  iamCredentialChanges,
  kmsKeyChanges,
  s3BucketPolicyChanges,
  configChanges,
  securityGroupChanges,
  networkAclChanges,
  networkGatewayChanges,
  routeTableChanges,
  vpcChanges,
  organizationsChanges,
  alarmSystemTampering,
];

/** Every event of the catalogue once: those that must ring, those that should, and the look-alikes. */
export function catalogue(): readonly CatalogueEvent[] {
  const events = detections.flatMap(({ mustRing, shouldRing, mustNotRing }) => [
    ...mustRing,
    ...shouldRing,
    ...mustNotRing,
  ]);
  return [...new Set(events)];
}
