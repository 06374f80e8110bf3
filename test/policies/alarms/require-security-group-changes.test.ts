import policy from "../../../policies/alarms/require-security-group-changes";
import { policyTest } from "../../support/policy-test";
import { detectionTable } from "./detection-table";

export default policyTest(policy, detectionTable("security-group-changes"));
