import type { AdvancedEventSelector, EventSelector, Trail } from "@aws-sdk/client-cloudtrail";
import type { DeclaredTrail, TrailSettings } from "./settings";

export type SettingName = keyof TrailSettings;

/** The selectors of a trail as CloudTrail reports them: one of the two kinds, never both. */
export interface CurrentSelectors {
  readonly EventSelectors?: readonly EventSelector[] | undefined;
  readonly AdvancedEventSelectors?: readonly AdvancedEventSelector[] | undefined;
}

/** The current value of each setting; what the trail does not have is false or empty. */
function currentSettings(trail: Trail): TrailSettings {
  return {
    S3BucketName: trail.S3BucketName ?? "",
    S3KeyPrefix: trail.S3KeyPrefix ?? "",
    SnsTopicName: trail.SnsTopicARN ?? "",
    IncludeGlobalServiceEvents: trail.IncludeGlobalServiceEvents ?? false,
    IsMultiRegionTrail: trail.IsMultiRegionTrail ?? false,
    EnableLogFileValidation: trail.LogFileValidationEnabled ?? false,
    IsOrganizationTrail: trail.IsOrganizationTrail ?? false,
    CloudWatchLogsLogGroupArn: trail.CloudWatchLogsLogGroupArn ?? "",
    CloudWatchLogsRoleArn: trail.CloudWatchLogsRoleArn ?? "",
    KmsKeyId: trail.KmsKeyId ?? "",
  };
}

/** The settings in which a trail is not what it is declared to be. */
export function settingDifferences(declared: TrailSettings, trail: Trail): readonly SettingName[] {
  const current = currentSettings(trail);
  return settingNames(declared).filter((name) => declared[name] !== current[name]);
}

function settingNames(settings: TrailSettings): readonly SettingName[] {
  return Object.keys(settings) as SettingName[];
}

/** The selector of a trail that was given none (CloudTrail API, PutEventSelectors). */
export const defaultSelector: EventSelector = { ReadWriteType: "All", IncludeManagementEvents: true };

/** The event selectors a trail is declared to have, with CloudTrail's default spelt out. */
export function declaredEventSelectors(declared: DeclaredTrail): readonly EventSelector[] {
  return declared.eventSelectors.length === 0 ? [defaultSelector] : declared.eventSelectors;
}

/** Whether a trail records what it is declared to record. The order of selectors and of their values is of no account. */
export function hasDeclaredSelectors(declared: DeclaredTrail, current: CurrentSelectors): boolean {
  const advanced = current.AdvancedEventSelectors ?? [];
  if (declared.advancedEventSelectors.length > 0 || advanced.length > 0) {
    return normal(declared.advancedEventSelectors) === normal(advanced);
  }
  const basic = current.EventSelectors ?? [];
  return (
    normal(declaredEventSelectors(declared).map(withDefaults)) ===
    normal((basic.length === 0 ? [defaultSelector] : basic).map(withDefaults))
  );
}

function withDefaults(selector: EventSelector): EventSelector {
  return { ...defaultSelector, ...selector };
}

function normal(value: unknown): string {
  return JSON.stringify(normalise(value));
}

/** Sorts lists and keys and drops what is empty, for CloudTrail answers with empty lists where none were given. */
function normalise(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(normalise).sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => !isEmpty(part))
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, part]) => [name, normalise(part)]),
  );
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}
