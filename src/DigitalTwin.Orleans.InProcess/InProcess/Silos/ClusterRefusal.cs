using Orleans.Runtime;

namespace Orleans.InProcess.Silos;

/// <summary>What a cluster takes is named here, as in Orleans, so that one source compiles for both; asked for it, this binding refuses.</summary>
internal static class ClusterRefusal
{
    /// <summary>Says what this is, what it cannot do, and how to get what can.</summary>
    public static OrleansConfigurationException Of(string wanted) => new(
        $"{wanted} needs Orleans' packages, and this program was built with the in-process binding, which is one silo in one process. " +
        "Build it with -p:OrleansBinding=Package where the package feed serves Microsoft.Orleans.Server and its dependencies " +
        "(-p:RestoreAdditionalProjectSources=FEED names a further feed).");
}
