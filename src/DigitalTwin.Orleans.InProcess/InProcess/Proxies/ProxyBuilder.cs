using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using Orleans.InProcess.Calls;
using Orleans.InProcess.Classes;
using Orleans.InProcess.Streams;
using Orleans.Runtime;

namespace Orleans.InProcess.Proxies;

/// <summary>
/// Writes the class of references of an interface: for each method one that packs its arguments into a tuple and sends them, and one that
/// unpacks them and calls the grain. Everything between is ordinary code (<see cref="GrainMethod{TArguments, TReturn, TResult}"/>).
/// </summary>
internal static class ProxyBuilder
{
    private const MethodAttributes Static = MethodAttributes.Static | MethodAttributes.Assembly;
    private const MethodAttributes Implementing =
        MethodAttributes.Private | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.HideBySig | MethodAttributes.NewSlot;

    private static readonly Type[] Made = [typeof(GrainClass), typeof(string)];
    private static readonly ConcurrentDictionary<Assembly, ModuleBuilder> Modules = new();
    private static readonly ConstructorInfo BaseConstructor = typeof(GrainReference).GetConstructor(BindingFlags.NonPublic | BindingFlags.Instance, Made)!;
    private static readonly ConstructorInfo SeesInternals =
        typeof(System.Runtime.CompilerServices.IgnoresAccessChecksToAttribute).GetConstructor([typeof(string)])!;

    public static Func<GrainClass, string, GrainReference> Build(Type type)
    {
        var methods = MethodsOf(type).ToArray();
        var proxy = Modules.GetOrAdd(type.Assembly, ModuleFor)
            .DefineType($"{type.FullName}_Reference", TypeAttributes.Sealed | TypeAttributes.NotPublic, typeof(GrainReference), [type]);
        var shapes = new Shape[methods.Length];
        for (var i = 0; i < methods.Length; i++) shapes[i] = new(methods[i], i, proxy);
        var constructor = proxy.DefineConstructor(MethodAttributes.Assembly, CallingConventions.HasThis, Made);
        var make = proxy.DefineMethod("Make", Static, typeof(GrainReference), Made);
        WriteConstructor(constructor.GetILGenerator());
        WriteMake(make.GetILGenerator(), constructor);
        foreach (var shape in shapes) shape.Write(proxy);

        var built = proxy.CreateType();
        foreach (var shape in shapes) shape.Bind(built);
        return built.GetMethod("Make", BindingFlags.Static | BindingFlags.NonPublic)!.CreateDelegate<Func<GrainClass, string, GrainReference>>();
    }

    /// <summary>The methods of an interface and of those it extends.</summary>
    public static IEnumerable<MethodInfo> MethodsOf(Type type) =>
        type.GetInterfaces().Prepend(type).SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)).Where(m => m.IsAbstract);

    private static ModuleBuilder ModuleFor(Assembly interfaces)
    {
        var name = $"{interfaces.GetName().Name}.References";
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new(name), AssemblyBuilderAccess.Run);
        foreach (var seen in new[] { interfaces, typeof(GrainReference).Assembly }.Distinct())
            assembly.SetCustomAttribute(new(SeesInternals, [seen.GetName().Name!]));
        return assembly.DefineDynamicModule(name);
    }

    private static void WriteConstructor(ILGenerator code)
    {
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Ldarg_2);
        code.Emit(OpCodes.Call, BaseConstructor);
        code.Emit(OpCodes.Ret);
    }

    private static void WriteMake(ILGenerator code, ConstructorBuilder constructor)
    {
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Newobj, constructor);
        code.Emit(OpCodes.Ret);
    }

    /// <summary>One method of the interface on its way into the proxy.</summary>
    private sealed class Shape
    {
        private readonly MethodInfo method;
        private readonly Type[] parameters;
        private readonly Type tuple;
        private readonly Type returned;
        private readonly Type sender;
        private readonly FieldBuilder field;
        private readonly MethodBuilder invoker;
        private readonly int index;

        public Shape(MethodInfo method, int index, TypeBuilder proxy)
        {
            (this.method, this.index) = (method, index);
            parameters = [.. method.GetParameters().Select(p => p.ParameterType)];
            tuple = ArgumentTuple.Of([.. parameters.Where(p => p != typeof(CancellationToken))]);
            returned = method.ReturnType == typeof(void) ? typeof(Nothing) : method.ReturnType;
            sender = SenderOf(method.ReturnType, tuple);
            field = proxy.DefineField($"method{index}", sender, FieldAttributes.Static | FieldAttributes.Assembly);
            invoker = proxy.DefineMethod($"Invoke{index}", Static, returned, [typeof(object), tuple.MakeByRefType(), typeof(CancellationToken)]);
        }

        public void Write(TypeBuilder proxy)
        {
            WriteInvoker(invoker.GetILGenerator());
            var body = proxy.DefineMethod($"{method.DeclaringType!.FullName}.{method.Name}", Implementing, method.ReturnType, parameters);
            WriteSender(body.GetILGenerator());
            proxy.DefineMethodOverride(body, method);
        }

        public void Bind(Type built)
        {
            var type = typeof(Invoker<,>).MakeGenericType(tuple, returned);
            var call = built.GetMethod($"Invoke{index}", BindingFlags.Static | BindingFlags.NonPublic)!.CreateDelegate(type);
            built.GetField($"method{index}", BindingFlags.Static | BindingFlags.NonPublic)!.SetValue(null, Activator.CreateInstance(sender, method, call));
        }

        private void WriteSender(ILGenerator code)
        {
            code.Emit(OpCodes.Ldsfld, field);
            code.Emit(OpCodes.Ldarg_0);
            for (var i = 0; i < parameters.Length; i++)
                if (parameters[i] != typeof(CancellationToken)) code.Emit(OpCodes.Ldarg, i + 1);
            ArgumentTuple.WriteNew(code, tuple);
            var token = Array.IndexOf(parameters, typeof(CancellationToken));
            if (token >= 0) code.Emit(OpCodes.Ldarg, token + 1);
            else code.Emit(OpCodes.Ldloc, code.DeclareLocal(typeof(CancellationToken)));
            code.Emit(OpCodes.Callvirt, sender.GetMethod("Send", BindingFlags.Public | BindingFlags.Instance)!);
            if (method.ReturnType == typeof(void)) code.Emit(OpCodes.Pop);
            code.Emit(OpCodes.Ret);
        }

        private void WriteInvoker(ILGenerator code)
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Castclass, method.DeclaringType!);
            var item = 0;
            foreach (var parameter in parameters)
                if (parameter == typeof(CancellationToken)) code.Emit(OpCodes.Ldarg_2);
                else
                {
                    code.Emit(OpCodes.Ldarg_1);
                    ArgumentTuple.WriteItem(code, tuple, item++);
                }
            code.Emit(OpCodes.Callvirt, method);
            if (method.ReturnType == typeof(void)) code.Emit(OpCodes.Ldloc, code.DeclareLocal(typeof(Nothing)));
            code.Emit(OpCodes.Ret);
        }

        private static Type SenderOf(Type returned, Type tuple)
        {
            if (returned == typeof(void)) return typeof(VoidMethod<>).MakeGenericType(tuple);
            if (returned == typeof(Task)) return typeof(TaskMethod<>).MakeGenericType(tuple);
            if (returned == typeof(ValueTask)) return typeof(ValueTaskMethod<>).MakeGenericType(tuple);
            var result = returned.GetGenericArguments()[0];
            var open = returned.GetGenericTypeDefinition();
            var shape = open == typeof(Task<>) ? typeof(TaskMethod<,>) : open == typeof(ValueTask<>) ? typeof(ValueTaskMethod<,>) : typeof(StreamMethod<,>);
            return shape.MakeGenericType(tuple, result);
        }
    }
}
