using System.Diagnostics.CodeAnalysis;

namespace DigitalTwin.Buildings.Step;

/// <summary>The kinds of value that the clear text encoding knows (ISO 10303-21:2016, clauses 6 and 11).</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The standard's own words.")]
public enum StepKind
{
    /// <summary><c>$</c>: an optional attribute without a value.</summary>
    Unset,

    /// <summary><c>*</c>: an attribute that a subtype derives.</summary>
    Derived,

    /// <summary><c>-42</c>.</summary>
    Integer,

    /// <summary><c>3.</c> or <c>-1.5E-05</c>.</summary>
    Real,

    /// <summary><c>'text'</c>, decoded.</summary>
    String,

    /// <summary><c>.METRE.</c>; logical values are <c>.T.</c>, <c>.F.</c> and <c>.U.</c></summary>
    Enumeration,

    /// <summary><c>"0FF"</c>: hexadecimal digits after one that counts the bits unused.</summary>
    Binary,

    /// <summary><c>#12</c>.</summary>
    Reference,

    /// <summary><c>(1.,2.)</c>.</summary>
    List,

    /// <summary><c>IFCLABEL('x')</c>: a value that says its type.</summary>
    Typed,
}
