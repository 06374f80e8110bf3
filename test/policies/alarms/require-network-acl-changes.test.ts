import policy from "../../../policies/alarms/require-network-acl-changes";
import { policyTest } from "../../support/policy-test";
import { detectionTable } from "./detection-table";

export default policyTest(policy, detectionTable("network-acl-changes"));
