using System.Reflection;

namespace Orleans.InProcess.Classes;

/// <summary>The grain classes of the program: in the assemblies that reference this one, loaded or referenced by those that are.</summary>
internal static class GrainTypes
{
    private static readonly Lock Searching = new();
    private static readonly HashSet<string> Seen = new(StringComparer.Ordinal);
    private static readonly List<Type> Found = [];

    /// <summary>Every grain class.</summary>
    public static IReadOnlyList<Type> All()
    {
        lock (Searching)
        {
            foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies()) Search(assembly);
            return [.. Found];
        }
    }

    public static IReadOnlyList<Type> Implementing(Type grainInterface)
    {
        lock (Searching)
        {
            Search(grainInterface.Assembly);
            var known = Found.Where(grainInterface.IsAssignableFrom).ToArray();
            return known.Length > 0 ? known : [.. All().Where(grainInterface.IsAssignableFrom)];
        }
    }

    private static void Search(Assembly assembly)
    {
        if (assembly.IsDynamic || !Seen.Add(assembly.FullName!)) return;
        var references = assembly.GetReferencedAssemblies();
        var ours = typeof(GrainTypes).Assembly.GetName().Name;
        if (Array.Exists(references, r => r.Name == ours))
            Found.AddRange(assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false } && typeof(IGrainBase).IsAssignableFrom(t)));
        foreach (var reference in references)
            if (!IsOfTheFramework(reference.Name!) && !Seen.Contains(reference.FullName) && Load(reference) is { } referenced)
                Search(referenced);
    }

    private static bool IsOfTheFramework(string name) =>
        name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal) || name is "netstandard" or "mscorlib";

    private static Assembly? Load(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
