import policy from "../../../policies/alarms/require-s3-bucket-policy-changes";
import { policyTest } from "../../support/policy-test";
import { detectionTable } from "./detection-table";

export default policyTest(policy, detectionTable("s3-bucket-policy-changes"));
