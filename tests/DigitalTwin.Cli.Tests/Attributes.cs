namespace DigitalTwin.Cli.Tests;

/// <summary>Which Orleans the command line was built with.</summary>
internal static class Binding
{
    public static bool IsInProcess { get; } = typeof(Orleans.Grain).Assembly.GetName().Name == "DigitalTwin.Orleans.InProcess";
}

/// <summary>Needs PostgreSQL binaries on the machine.</summary>
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.Missing;
}

/// <summary>Needs a cluster: Orleans' packages, and PostgreSQL binaries on the machine.</summary>
internal sealed class ClusterFactAttribute : FactAttribute
{
    public ClusterFactAttribute() => Skip = Binding.IsInProcess ? "A cluster needs Orleans' packages; this build has the in-process binding." : PostgresServer.Missing;
}

/// <summary>What the in-process binding refuses.</summary>
internal sealed class InProcessFactAttribute : FactAttribute
{
    public InProcessFactAttribute() => Skip = Binding.IsInProcess ? null : "This build has Orleans' packages, which refuse nothing of the kind.";
}

/// <summary>Takes minutes.</summary>
internal sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute() => Skip = Environment.GetEnvironmentVariable("DIGITALTWIN_LONG") == "1" ? null : "It takes minutes; DIGITALTWIN_LONG=1 runs it.";
}
