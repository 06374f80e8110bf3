import {
  type CloudTrailClient,
  CreateTrailCommand,
  type CreateTrailCommandInput,
  GetEventSelectorsCommand,
  GetInsightSelectorsCommand,
  GetTrailCommand,
  GetTrailStatusCommand,
  InsightNotEnabledException,
  type InsightType,
  PutEventSelectorsCommand,
  PutInsightSelectorsCommand,
  StartLoggingCommand,
  type Trail,
  TrailNotFoundException,
  UpdateTrailCommand,
  type UpdateTrailCommandInput,
} from "@aws-sdk/client-cloudtrail";
import { declaredEventSelectors, hasDeclaredSelectors, type SettingName, settingDifferences } from "./differences";
import { type DeclaredTrail, trailName } from "./settings";

/** A step that could not be done, and why. */
export interface Failure {
  readonly attempted: string;
  readonly error: Error;
}

/** What was put back, as sentences without a full stop, and what could not be. Both empty: the trail is as declared. */
export interface Restoration {
  readonly restored: readonly string[];
  readonly failed: readonly Failure[];
}

/** Compares one part of the trail with its declaration, puts it back and says what it put back. */
interface Step {
  readonly attempted: string;
  readonly run: (client: CloudTrailClient, declared: DeclaredTrail) => Promise<readonly string[]>;
}

/** Everything else needs the trail. */
const first: Step = { attempted: "look the trail up and create it again if it is gone", run: restoreTrailItself };

/** Logging comes before the rest: what happens while it is off is lost. */
const others: readonly Step[] = [
  { attempted: "switch logging on", run: restoreLogging },
  { attempted: "put the settings back", run: restoreSettings },
  { attempted: "put the event selectors back", run: restoreEventSelectors },
  { attempted: "put the Insights selectors back", run: restoreInsightSelectors },
];

/**
 * Brings a trail back to what it is declared to be, whichever call changed it: an attacker makes several, and their
 * events arrive in any order. Each step reads the trail before it acts, so a second run changes nothing, and a step that
 * fails does not keep the others from being tried.
 */
export async function restoreTrail(client: CloudTrailClient, declared: DeclaredTrail): Promise<Restoration> {
  const outcomes = [await attempt(first, client, declared)];
  if (outcomes.some((outcome) => outcome.failed.length > 0)) return merge(outcomes);
  for (const step of others) outcomes.push(await attempt(step, client, declared));
  return merge(outcomes);
}

async function attempt(step: Step, client: CloudTrailClient, declared: DeclaredTrail): Promise<Restoration> {
  try {
    return { restored: await step.run(client, declared), failed: [] };
  } catch (error) {
    return { restored: [], failed: [{ attempted: step.attempted, error: asError(error) }] };
  }
}

function merge(outcomes: readonly Restoration[]): Restoration {
  return {
    restored: outcomes.flatMap((outcome) => outcome.restored),
    failed: outcomes.flatMap((outcome) => outcome.failed),
  };
}

/** Anything thrown, as an error. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

async function restoreTrailItself(client: CloudTrailClient, declared: DeclaredTrail): Promise<readonly string[]> {
  if ((await findTrail(client, declared.arn)) !== undefined) return [];
  await client.send(new CreateTrailCommand(creation(declared)));
  return ["the trail, which was gone, was created again with its declared settings and tags"];
}

async function findTrail(client: CloudTrailClient, arn: string): Promise<Trail | undefined> {
  try {
    const { Trail: trail } = await client.send(new GetTrailCommand({ Name: arn }));
    return trail;
  } catch (error) {
    if (error instanceof TrailNotFoundException) return undefined;
    throw error;
  }
}

function creation(declared: DeclaredTrail): CreateTrailCommandInput {
  const used = Object.fromEntries(Object.entries(declared.settings).filter(([, value]) => value !== ""));
  const tags = Object.entries(declared.tags).map(([Key, Value]) => ({ Key, Value }));
  return {
    ...used,
    S3BucketName: declared.settings.S3BucketName,
    Name: trailName(declared.arn),
    ...(tags.length === 0 ? {} : { TagsList: tags }),
  };
}

async function restoreLogging(client: CloudTrailClient, declared: DeclaredTrail): Promise<readonly string[]> {
  const status = await client.send(new GetTrailStatusCommand({ Name: declared.arn }));
  if (status.IsLogging === true) return [];
  await client.send(new StartLoggingCommand({ Name: declared.arn }));
  return ["logging, which was off, was switched on"];
}

async function restoreSettings(client: CloudTrailClient, declared: DeclaredTrail): Promise<readonly string[]> {
  const trail = await findTrail(client, declared.arn);
  if (trail === undefined) throw new Error("the trail is gone again");
  const different = settingDifferences(declared.settings, trail);
  if (different.length === 0) return [];
  await client.send(new UpdateTrailCommand(update(declared, different)));
  return different.map((name) => describeSetting(name, declared.settings[name]));
}

/** Names only what differs; the log group and its role are accepted by CloudTrail only together. */
function update(declared: DeclaredTrail, different: readonly SettingName[]): UpdateTrailCommandInput {
  const { CloudWatchLogsLogGroupArn, CloudWatchLogsRoleArn } = declared.settings;
  const logs = different.some((name) => name === "CloudWatchLogsLogGroupArn" || name === "CloudWatchLogsRoleArn");
  return {
    Name: declared.arn,
    ...Object.fromEntries(different.map((name) => [name, declared.settings[name]])),
    ...(logs ? { CloudWatchLogsLogGroupArn, CloudWatchLogsRoleArn } : {}),
  };
}

function describeSetting(name: SettingName, value: string | boolean): string {
  if (value === "") return `${name} was emptied again, as declared`;
  return `${name} was set back to ${value}`;
}

async function restoreEventSelectors(client: CloudTrailClient, declared: DeclaredTrail): Promise<readonly string[]> {
  const current = await client.send(new GetEventSelectorsCommand({ TrailName: declared.arn }));
  if (hasDeclaredSelectors(declared, current)) return [];
  const advanced = [...declared.advancedEventSelectors];
  const selectors =
    advanced.length > 0
      ? { AdvancedEventSelectors: advanced }
      : { EventSelectors: [...declaredEventSelectors(declared)] };
  await client.send(new PutEventSelectorsCommand({ TrailName: declared.arn, ...selectors }));
  return ["the event selectors were set back to the declared ones"];
}

/** More Insights than declared blind nobody: only missing ones are put back. */
async function restoreInsightSelectors(client: CloudTrailClient, declared: DeclaredTrail): Promise<readonly string[]> {
  if (declared.insightTypes.length === 0) return [];
  const current = await currentInsightTypes(client, declared.arn);
  if (declared.insightTypes.every((type) => current.includes(type))) return [];
  const selectors = declared.insightTypes.map((type) => ({ InsightType: type as InsightType }));
  await client.send(new PutInsightSelectorsCommand({ TrailName: declared.arn, InsightSelectors: selectors }));
  return ["the Insights selectors were set back to the declared ones"];
}

async function currentInsightTypes(client: CloudTrailClient, arn: string): Promise<readonly (string | undefined)[]> {
  try {
    const current = await client.send(new GetInsightSelectorsCommand({ TrailName: arn }));
    return (current.InsightSelectors ?? []).map((selector) => selector.InsightType);
  } catch (error) {
    if (error instanceof InsightNotEnabledException) return [];
    throw error;
  }
}
