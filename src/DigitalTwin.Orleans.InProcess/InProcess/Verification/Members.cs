using System.Reflection;

namespace Orleans.InProcess.Verification;

/// <summary>The members of a type by the fields that hold them, and whether each of them travels.</summary>
internal static class Members
{
    /// <summary>FieldAttributes.NotSerialized, whose name is called obsolete though Orleans heeds it.</summary>
    private const FieldAttributes NotSerialized = (FieldAttributes)0x80;

    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IEnumerable<(string Name, Type Type, bool Travels)> Of(Type type)
    {
        for (var part = type; part is not null && part != typeof(object) && part != typeof(ValueType) && part != typeof(Exception); part = part.BaseType)
        {
            var serializer = part.GetCustomAttribute<GenerateSerializerAttribute>(false);
            foreach (var field in part.GetFields(Declared))
            {
                if (field.Attributes.HasFlag(NotSerialized)) continue;
                var property = PropertyOf(field, part);
                var numbered = field.IsDefined(typeof(IdAttribute), false) || property?.IsDefined(typeof(IdAttribute), false) == true;
                var byItself = property is not null && (IsPositional(property, part, serializer)
                    || (serializer?.GenerateFieldIds == GenerateFieldIds.PublicProperties && property.GetMethod?.IsPublic == true));
                yield return (property?.Name ?? field.Name, field.FieldType, serializer is not null && (numbered || byItself));
            }
        }
    }

    /// <summary>Numbers that two members of one type share. A base class has numbers of its own, and so have the parameters of a record.</summary>
    public static IEnumerable<uint> NumbersGivenTwice(Type type) =>
        type.GetMembers(Declared).Where(m => m is FieldInfo or PropertyInfo).Select(m => m.GetCustomAttribute<IdAttribute>(false)?.Id).OfType<uint>()
            .GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key);

    private static PropertyInfo? PropertyOf(FieldInfo field, Type type)
    {
        var end = field.Name.IndexOf(">k__BackingField", StringComparison.Ordinal);
        return end > 0 ? type.GetProperty(field.Name[1..end], Declared) : null;
    }

    /// <summary>The parameters of a record, and of a primary constructor where the type says so, are numbered by their places.</summary>
    private static bool IsPositional(PropertyInfo property, Type type, GenerateSerializerAttribute? serializer) =>
        (IsRecord(type) || serializer?.IncludePrimaryConstructorParameters == true)
        && type.GetConstructors(Declared).Any(c => c.GetParameters().Any(p => p.Name == property.Name && p.ParameterType == property.PropertyType));

    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$", Declared) is not null || (type.IsValueType && type.GetMethod("PrintMembers", Declared) is not null);
}
