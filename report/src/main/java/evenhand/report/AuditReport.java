package evenhand.report;

import evenhand.audit.Audit;
import evenhand.audit.AuditSubject;
import evenhand.audit.GateResult;
import java.util.List;

/**
 * All that a report of an audit says.
 *
 * @param audit what was measured
 * @param subject of what
 * @param gates what the bounds that were stated before say of it
 */
public record AuditReport(Audit audit, AuditSubject subject, List<GateResult> gates) {

  public AuditReport {
    gates = List.copyOf(gates);
  }
}
