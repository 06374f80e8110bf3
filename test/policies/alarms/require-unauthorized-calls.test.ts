import policy from "../../../policies/alarms/require-unauthorized-calls";
import { policyTest } from "../../support/policy-test";
import { detectionTable } from "./detection-table";

export default policyTest(policy, detectionTable("unauthorized-calls"));
