namespace Orleans.InProcess.Verification;

/// <summary>The foreign types that converters of the program carry. They are looked for only when a type would be refused otherwise.</summary>
internal static class Surrogates
{
    private static readonly Lazy<HashSet<Type>> Carried = new(() =>
    [
        .. from assembly in AppDomain.CurrentDomain.GetAssemblies()
           where !assembly.IsDynamic && Array.Exists(assembly.GetReferencedAssemblies(), r => r.Name == typeof(Surrogates).Assembly.GetName().Name)
           from type in assembly.GetTypes()
           where type.IsDefined(typeof(RegisterConverterAttribute), false)
           from converter in type.GetInterfaces()
           where converter.IsGenericType && converter.GetGenericTypeDefinition() == typeof(IConverter<,>)
           select converter.GetGenericArguments()[0],
    ]);

    public static bool Has(Type type) =>
        Carried.Value.Contains(type) || (type.IsGenericType && Carried.Value.Any(c => c.IsGenericType && c.GetGenericTypeDefinition() == type.GetGenericTypeDefinition()));
}
