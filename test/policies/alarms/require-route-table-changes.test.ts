import policy from "../../../policies/alarms/require-route-table-changes";
import { policyTest } from "../../support/policy-test";
import { detectionTable } from "./detection-table";

export default policyTest(policy, detectionTable("route-table-changes"));
