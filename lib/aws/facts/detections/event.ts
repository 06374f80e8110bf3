import type { PropertyMap } from "../../../core/properties";
import { type BusDelivery, busDelivery, type DetailType, detailTypes, type Landing } from "./delivery";
import { type Caller, identityOf } from "./identities";
import type { CloudTrailRecord, EventCategory, EventType, RecordResource, UserIdentity } from "./record";
import { type Subjects, subjectsWith } from "./subjects";

/** One event of the catalogue: what its record says, where it lands and what delivers it. */
export interface CatalogueEvent {
  /** Unique and stable, such as `cloudtrail-stop-logging`. */
  readonly id: string;
  /**
   * What reports call it: CloudTrail's eventName, or a condition such as `root-use`. Several events may share it; it rings
   * when each of them does.
   */
  readonly event: string;
  readonly eventSource: string;
  readonly eventName: string;
  readonly eventType: EventType;
  readonly readOnly: boolean;
  readonly category: EventCategory;
  readonly lands: Landing;
  readonly bus: BusDelivery;
  readonly detailType: DetailType;
  readonly build: (subjects: Subjects) => CloudTrailRecord;
}

/** The record of an event that is about these subjects; sample subjects where none are given. */
export function recordFor(event: CatalogueEvent, subjects: Partial<Subjects> = {}): CloudTrailRecord {
  return event.build(subjectsWith(subjects));
}

export interface ApiCall {
  /** Default: service and name in kebab case. */
  readonly id?: string;
  /** Default: the eventName. */
  readonly event?: string;
  readonly readOnly?: true;
  readonly by?: Caller;
  readonly parameters?: (subjects: Subjects) => PropertyMap;
  readonly response?: (subjects: Subjects) => PropertyMap;
  readonly resources?: (subjects: Subjects) => readonly RecordResource[];
  readonly error?: { readonly code: string; readonly message: string };
}

/** A call of an AWS API as CloudTrail records it; `service` is the first label of its event source. */
export function apiCall(service: string, eventName: string, call: ApiCall = {}): CatalogueEvent {
  const id = call.id ?? `${service}-${kebabCase(eventName)}`;
  const lands: Landing = globalServices.has(service) ? "us-east-1" : "caller-region";
  const facts = { id, event: call.event ?? eventName, eventSource: `${service}.amazonaws.com`, eventName };
  return eventOf({ ...facts, eventType: "AwsApiCall", readOnly: call.readOnly ?? false, lands }, (subjects) => ({
    userIdentity: identityOf(call.by ?? "operator", subjects),
    sourceIPAddress: call.by === "root-by-service" ? "cloudfront.amazonaws.com" : "203.0.113.64",
    userAgent: call.by === "root-by-service" ? "cloudfront.amazonaws.com" : "aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1",
    ...(call.error && { errorCode: call.error.code, errorMessage: call.error.message }),
    requestParameters: call.parameters?.(subjects) ?? null,
    responseElements: call.error ? null : (call.response?.(subjects) ?? null),
    requestID: uuidOf(`request ${id}`),
    ...(call.resources && { resources: call.resources(subjects) }),
    tlsDetails: { ...tls, clientProvidedHostHeader: hostOf(service, subjects.region) },
  }));
}

export interface SignIn {
  readonly id: string;
  readonly event: string;
  readonly by: "Root" | "IAMUser";
  readonly mfaUsed: boolean;
  /** The error message of a failed attempt; absent for a success. */
  readonly failure?: string;
  /** Default `mallory`; only for IAM users. */
  readonly userName?: string;
}

/** A sign-in to the AWS Management Console. */
export function consoleLogin(signIn: SignIn): CatalogueEvent {
  const { id, event, by, mfaUsed, failure } = signIn;
  const lands: Landing = by === "Root" ? "us-east-1" : "sign-in-region";
  const facts = { id, event, eventSource: "signin.amazonaws.com", eventName: "ConsoleLogin" };
  return eventOf({ ...facts, eventType: "AwsConsoleSignIn", readOnly: false, lands }, (subjects) => ({
    userIdentity: signInIdentity(signIn, subjects),
    sourceIPAddress: "203.0.113.64",
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
    ...(failure !== undefined && { errorMessage: failure }),
    requestParameters: null,
    responseElements: { ConsoleLogin: failure === undefined ? "Success" : "Failure" },
    additionalEventData: {
      LoginTo: "https://console.aws.amazon.com/console/home",
      MobileVersion: "No",
      MFAUsed: mfaUsed ? "Yes" : "No",
    },
    tlsDetails: { ...tls, clientProvidedHostHeader: "signin.aws.amazon.com" },
  }));
}

function signInIdentity({ by, failure, userName }: SignIn, { account }: Subjects): UserIdentity {
  if (by === "Root") {
    return { type: by, principalId: account, arn: `arn:aws:iam::${account}:root`, accountId: account, accessKeyId: "" };
  }
  const name = userName ?? "mallory";
  const identity = { type: by, principalId: "AIDACKCEVSQ6C2EXAMPLE", accountId: account, userName: name };
  if (failure !== undefined) return { ...identity, accessKeyId: "" };
  return { ...identity, arn: `arn:aws:iam::${account}:user/${name}` };
}

export interface ServiceEvent {
  readonly id: string;
  readonly details: PropertyMap;
  readonly resources: (subjects: Subjects) => readonly RecordResource[];
}

/**
 * Something an AWS service did of itself, without a call. Nobody's type stands in its record. Source: CloudTrail user guide,
 * "AWS service events" (read 2026-11).
 */
export function serviceEvent(service: string, eventName: string, event: ServiceEvent): CatalogueEvent {
  const facts = { id: event.id, event: eventName, eventSource: `${service}.amazonaws.com`, eventName };
  return eventOf({ ...facts, eventType: "AwsServiceEvent", readOnly: false, lands: "caller-region" }, (subjects) => ({
    userIdentity: { accountId: subjects.account, invokedBy: "AWS Internal" },
    sourceIPAddress: "AWS Internal",
    userAgent: "AWS Internal",
    requestParameters: null,
    responseElements: null,
    resources: event.resources(subjects),
    serviceEventDetails: event.details,
  }));
}

type Facts = Pick<CatalogueEvent, "id" | "event" | "eventSource" | "eventName" | "eventType" | "readOnly" | "lands">;
type Particulars = Pick<
  CloudTrailRecord,
  | "userIdentity"
  | "sourceIPAddress"
  | "userAgent"
  | "requestParameters"
  | "responseElements"
  | "errorCode"
  | "errorMessage"
  | "additionalEventData"
  | "requestID"
  | "resources"
  | "serviceEventDetails"
  | "tlsDetails"
>;

/** Fields in the order in which CloudTrail writes them, as far as a text search could care. */
function eventOf(facts: Facts, particulars: (subjects: Subjects) => Particulars): CatalogueEvent {
  const category: EventCategory = "Management";
  const { id, eventSource, eventName, eventType, readOnly, lands } = facts;
  return {
    ...facts,
    category,
    bus: busDelivery({ eventName, readOnly, category }),
    detailType: detailTypes[eventType],
    build: (subjects) => {
      const { userIdentity, ...others } = particulars(subjects);
      return {
        eventVersion: "1.11",
        userIdentity,
        eventTime: "2026-10-01T09:12:31Z",
        eventSource,
        eventName,
        awsRegion: recordRegion(lands, subjects),
        ...others,
        eventID: uuidOf(`event ${id}`),
        readOnly,
        eventType,
        managementEvent: true,
        recipientAccountId: subjects.account,
        eventCategory: category,
      };
    },
  };
}

function recordRegion(lands: Landing, subjects: Subjects): string {
  switch (lands) {
    case "us-east-1":
      return "us-east-1";
    case "caller-region":
      return subjects.region;
    case "sign-in-region":
      return subjects.signInRegion;
  }
}

const globalServices = new Set(["iam", "organizations"]);

const tls: PropertyMap = { tlsVersion: "TLSv1.3", cipherSuite: "TLS_AES_128_GCM_SHA256" };

function hostOf(service: string, region: string): string {
  if (service === "iam") return "iam.amazonaws.com";
  return `${service}.${globalServices.has(service) ? "us-east-1" : region}.amazonaws.com`;
}

function kebabCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
}

/** A UUID that is the same for the same text, so that the catalogue never changes between runs. */
function uuidOf(text: string): string {
  const words = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b].map((seed) => hash(text, seed));
  const digits = words.map((word) => word.toString(16).padStart(8, "0")).join("");
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join("-");
}

/** FNV-1a over the text's UTF-16 units. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
