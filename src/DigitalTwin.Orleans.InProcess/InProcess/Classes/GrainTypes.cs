using System.Reflection;

namespace Orleans.InProcess.Classes;

/// <summary>
/// The grain classes of the program: in the assemblies that reference this one. Assemblies that nothing has needed yet are loaded only when a class is
/// not found among the others, so that a first call is not held up by what it does not use.
/// </summary>
internal static class GrainTypes
{
    private static readonly Lock Searching = new();
    private static readonly HashSet<string> Searched = new(StringComparer.Ordinal), Followed = new(StringComparer.Ordinal);
    private static readonly List<Type> Found = [];

    /// <summary>The classes that implement an interface.</summary>
    public static IReadOnlyList<Type> Implementing(Type grainInterface) => First(grainInterface.IsAssignableFrom, grainInterface.Assembly);

    /// <summary>The classes that satisfy a condition, in the first place where there are any.</summary>
    public static IReadOnlyList<Type> First(Func<Type, bool> condition, Assembly? near = null)
    {
        lock (Searching)
        {
            if (near is not null) Search(near);
            if (Matches() is { Length: > 0 } found) return found;
            foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies()) Search(assembly);
            if (Matches() is { Length: > 0 } loaded) return loaded;
            foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies()) Follow(assembly);
            return Matches();
        }

        Type[] Matches() => [.. Found.Where(condition)];
    }

    private static void Search(Assembly assembly)
    {
        if (assembly.IsDynamic || !Searched.Add(assembly.FullName!)) return;
        var ours = typeof(GrainTypes).Assembly.GetName().Name;
        if (Array.Exists(assembly.GetReferencedAssemblies(), r => r.Name == ours))
            Found.AddRange(assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false } && typeof(IGrainBase).IsAssignableFrom(t)));
    }

    private static void Follow(Assembly assembly)
    {
        if (assembly.IsDynamic || !Followed.Add(assembly.FullName!)) return;
        foreach (var reference in assembly.GetReferencedAssemblies())
            if (!IsOfTheFramework(reference.Name!) && Load(reference) is { } referenced)
            {
                Search(referenced);
                Follow(referenced);
            }
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
