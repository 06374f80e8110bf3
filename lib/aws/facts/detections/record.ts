import type { PropertyMap } from "../../../core/properties";

/**
 * A CloudTrail record in the layout of event version 1.11.
 * Source: AWS CloudTrail user guide, "CloudTrail record contents" and "userIdentity element", November 2026.
 * Types rather than interfaces, so that a record is also a `PropertyMap` and the pattern languages can read it.
 */
export type CloudTrailRecord = {
  readonly eventVersion: string;
  readonly userIdentity: UserIdentity;
  /** UTC, `2026-10-01T09:12:31Z`. */
  readonly eventTime: string;
  /** The service's host without a region: `cloudtrail.amazonaws.com`. */
  readonly eventSource: string;
  readonly eventName: string;
  readonly awsRegion: string;
  /** An address, or the name of the AWS service that made the call. */
  readonly sourceIPAddress: string;
  readonly userAgent: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly requestParameters: PropertyMap | null;
  readonly responseElements: PropertyMap | null;
  readonly additionalEventData?: PropertyMap;
  readonly requestID?: string;
  readonly eventID: string;
  readonly readOnly: boolean;
  readonly resources?: readonly RecordResource[];
  readonly eventType: EventType;
  readonly managementEvent: boolean;
  readonly recipientAccountId: string;
  readonly eventCategory: EventCategory;
  readonly serviceEventDetails?: PropertyMap;
  readonly tlsDetails?: PropertyMap;
};

export type UserIdentity = {
  /** Absent from what a service does of itself. */
  readonly type?: "Root" | "IAMUser" | "AssumedRole" | "AWSService";
  readonly principalId?: string;
  readonly arn?: string;
  readonly accountId?: string;
  readonly accessKeyId?: string;
  readonly userName?: string;
  readonly sessionContext?: PropertyMap;
  /** The AWS service that acted for the identity; absent when the identity acted itself. */
  readonly invokedBy?: string;
};

export type RecordResource = {
  readonly ARN: string;
  readonly accountId: string;
  readonly type: string;
};

export type EventType = "AwsApiCall" | "AwsConsoleSignIn" | "AwsServiceEvent";

export type EventCategory = "Management" | "Data";
