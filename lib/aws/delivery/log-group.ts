import { type KnownText, logGroupUsesKey } from "../../access/service-requests";
import { unknownValue } from "../../core/properties";
import { valueOf } from "../../core/read";
import { type Resource, type Stack } from "../../core/resource";
import { textOf } from "../alarms/grants";
import { withoutStreams } from "../arn";
import { type KeyView } from "../kms/key";
import { regionOf } from "../location";
import { type LogGroup } from "../logs/log-group";
import { arnIn } from "./arns";
import { type KeyFact, keyFacts } from "./keys";
import { written } from "./trail";
import { type Need } from "./verdict";

/** The ARN of a log group as CloudWatch Logs says it in encryption contexts: without `:*`. */
export function groupArnIn(group: Resource, account: string): KnownText {
  const arn = arnIn(group, account);
  return typeof arn === "string" ? withoutStreams(arn) : arn;
}

/**
 * What must hold of the key of a log group. Source: CloudWatch Logs user guide, "Encrypt log data in CloudWatch Logs
 * using AWS Key Management Service" (read 2026-11). The name of the service in China's regions is left open.
 */
export function groupKeyFacts(stack: Stack, group: ReturnType<typeof LogGroup.view>, key: KeyView): readonly KeyFact[] {
  const region = valueOf(regionOf(group.resource));
  const needs = (account: string): readonly Need[] => {
    const arn = groupArnIn(group.resource, account);
    const requests = logGroupUsesKey({
      arn,
      region: region === undefined || region.startsWith("cn-") ? unknownValue : region,
      key: textOf(key.resource, "arn"),
    });
    const statement = statementFor(region ?? "<region>", written(arn, "log group ARN"));
    return requests.map((request) => ({ request, statement }));
  };
  return keyFacts({ stack, key, encrypted: group.resource, asker: group.resource, needs });
}

function statementFor(region: string, group: string): object {
  return {
    Effect: "Allow",
    Principal: { Service: `logs.${region}.amazonaws.com` },
    Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
    Resource: "*",
    Condition: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": group } },
  };
}
