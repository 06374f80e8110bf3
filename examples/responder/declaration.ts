import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type DeclaredTrail, readDeclaredTrail, type TrailSettings } from "./settings";

/**
 * What the program declares the trail to be, in the terms of the CloudTrail API. Fails the deployment, rather than the
 * function on the day, for a declaration that the function could not keep.
 */
export function declaredTrail(trail: aws.cloudtrail.Trail): pulumi.Output<DeclaredTrail> {
  return pulumi.output(declaredParts(trail)).apply((parts) => {
    if (parts.enableLogging === false) throw new Error(`${parts.arn} is declared off: a responder would switch it on`);
    return readDeclaredTrail(
      JSON.stringify({
        arn: parts.arn,
        settings: settingsOf(parts),
        eventSelectors: (parts.eventSelectors ?? []).map(eventSelector),
        advancedEventSelectors: (parts.advancedEventSelectors ?? []).map(advancedEventSelector),
        insightTypes: (parts.insightSelectors ?? []).map((selector) => selector.insightType),
        tags: parts.tagsAll ?? parts.tags ?? {},
      }),
    );
  });
}

type Parts = pulumi.Unwrap<ReturnType<typeof declaredParts>>;

/** Outputs that a trail may lack although their types say otherwise. */
interface LackingOutputs {
  readonly snsTopicArn: pulumi.Output<string | undefined>;
  readonly tagsAll: pulumi.Output<Readonly<Record<string, string>> | undefined>;
}

function declaredParts(trail: aws.cloudtrail.Trail) {
  const { snsTopicArn, tagsAll }: LackingOutputs = trail;
  const { arn, enableLogging, eventSelectors, advancedEventSelectors, insightSelectors, tags } = trail;
  const { s3BucketName, s3KeyPrefix, kmsKeyId, cloudWatchLogsGroupArn, cloudWatchLogsRoleArn } = trail;
  const { includeGlobalServiceEvents, isMultiRegionTrail, enableLogFileValidation, isOrganizationTrail } = trail;
  return {
    ...{ arn, enableLogging, eventSelectors, advancedEventSelectors, insightSelectors, tags, tagsAll },
    ...{ s3BucketName, s3KeyPrefix, snsTopicArn, kmsKeyId, cloudWatchLogsGroupArn, cloudWatchLogsRoleArn },
    ...{ includeGlobalServiceEvents, isMultiRegionTrail, enableLogFileValidation, isOrganizationTrail },
  };
}

/** The provider's defaults stand for what the program leaves out. */
function settingsOf(parts: Parts): TrailSettings {
  return {
    S3BucketName: parts.s3BucketName,
    S3KeyPrefix: parts.s3KeyPrefix ?? "",
    SnsTopicName: parts.snsTopicArn ?? "",
    IncludeGlobalServiceEvents: parts.includeGlobalServiceEvents ?? true,
    IsMultiRegionTrail: parts.isMultiRegionTrail ?? false,
    EnableLogFileValidation: parts.enableLogFileValidation ?? false,
    IsOrganizationTrail: parts.isOrganizationTrail ?? false,
    CloudWatchLogsLogGroupArn: parts.cloudWatchLogsGroupArn ?? "",
    CloudWatchLogsRoleArn: parts.cloudWatchLogsRoleArn ?? "",
    KmsKeyId: parts.kmsKeyId ?? "",
  };
}

type DeclaredEventSelector = DeclaredTrail["eventSelectors"][number];
type DeclaredAdvancedEventSelector = DeclaredTrail["advancedEventSelectors"][number];

function eventSelector(selector: aws.types.output.cloudtrail.TrailEventSelector): DeclaredEventSelector {
  return {
    ReadWriteType: readWriteType(selector.readWriteType),
    IncludeManagementEvents: selector.includeManagementEvents ?? true,
    DataResources: (selector.dataResources ?? []).map(({ type, values }) => ({ Type: type, Values: values })),
    ExcludeManagementEventSources: selector.excludeManagementEventSources ?? [],
  };
}

function readWriteType(type: string | undefined): "All" | "ReadOnly" | "WriteOnly" {
  if (type === undefined || type === "All") return "All";
  if (type === "ReadOnly" || type === "WriteOnly") return type;
  throw new Error(`\`${type}\` is no readWriteType`);
}

function advancedEventSelector(
  selector: aws.types.output.cloudtrail.TrailAdvancedEventSelector,
): DeclaredAdvancedEventSelector {
  return {
    Name: selector.name,
    FieldSelectors: selector.fieldSelectors.map((field) => ({
      Field: field.field,
      Equals: field.equals,
      StartsWith: field.startsWiths,
      EndsWith: field.endsWiths,
      NotEquals: field.notEquals,
      NotStartsWith: field.notStartsWiths,
      NotEndsWith: field.notEndsWiths,
    })),
  };
}
