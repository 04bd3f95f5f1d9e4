namespace System.Runtime.CompilerServices;

/// <summary>
/// Known to the runtime by its name: an assembly that carries it sees the internals of the one it names. Proxies of internal interfaces need it.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class IgnoresAccessChecksToAttribute(string assemblyName) : Attribute
{
    public string AssemblyName { get; } = assemblyName;
}
