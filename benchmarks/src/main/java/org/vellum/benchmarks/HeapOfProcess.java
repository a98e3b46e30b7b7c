package org.vellum.benchmarks;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The heap of another Java process of the same user, by JMX. */
final class HeapOfProcess implements AutoCloseable {
  private final JMXConnector connector;
  private final MemoryMXBean memory;

  private HeapOfProcess(JMXConnector connector, MemoryMXBean memory) {
    this.connector = connector;
    this.memory = memory;
  }

  @SuppressWarnings("BanJNDI") // the address is given by a process that this one started
  static HeapOfProcess of(long pid) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
    try {
      JMXServiceURL address = new JMXServiceURL(machine.startLocalManagementAgent());
      JMXConnector connector = JMXConnectorFactory.connect(address);
      MemoryMXBean memory =
          ManagementFactory.newPlatformMXBeanProxy(
              connector.getMBeanServerConnection(),
              ManagementFactory.MEMORY_MXBEAN_NAME,
              MemoryMXBean.class);
      return new HeapOfProcess(connector, memory);
    } finally {
      machine.detach();
    }
  }

  /** Bytes of the heap that are in use after a collection. */
  long alive() {
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
